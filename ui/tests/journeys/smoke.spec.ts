import { expect, test } from "./desk.ts";

test("the desk opens at home, and the address lets one browser in once", async ({ page, example }) => {
  await expect(page.getByRole("navigation")).toBeVisible();
  await expect(page).toHaveURL(`http://127.0.0.1:${example.port}/`);
});
