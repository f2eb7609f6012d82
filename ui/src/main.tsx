import "./tokens.css";
import "./base.css";

import { StrictMode } from "react";
import { createRoot } from "react-dom/client";

import { App } from "./App";

const desk = document.getElementById("desk");
if (desk)
  createRoot(desk).render(
    <StrictMode>
      <App />
    </StrictMode>,
  );
