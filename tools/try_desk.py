"""Opens the desk of an installed crosscase over a new study, and looks whether its page is there.

usage: python try_desk.py PATH_OF_CROSSCASE EMPTY_FOLDER   (runs anywhere, without this checkout)
"""

from __future__ import annotations

import http.cookiejar
import json
import subprocess
import sys
import urllib.request
from pathlib import Path


def main(crosscase: str, folder: Path) -> int:
    """Make a study, open it, follow the one-time address, end it again."""
    study = folder / "tried.crosscase"
    subprocess.run([crosscase, "new", str(study), "--as", "Ama"], check=True)
    desk = subprocess.Popen(
        [crosscase, "open", str(study), "--no-browser", "--json", "--as", "Ama"],
        stdout=subprocess.PIPE,
        text=True,
    )
    try:
        assert desk.stdout is not None
        address = json.loads(desk.stdout.readline())["address"]
        jar = urllib.request.HTTPCookieProcessor(http.cookiejar.CookieJar())
        browser = urllib.request.build_opener(urllib.request.ProxyHandler({}), jar)
        page = browser.open(address).read().decode()
        head = json.load(browser.open(address.partition("/open")[0] + "/api/study"))
    finally:
        desk.terminate()
        desk.wait(20)
    if "/assets/" not in page:
        print("the wheel holds no interface")
        return 1
    print(f"the desk of “{head['title']}” answers, with its interface")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], Path(sys.argv[2])))
