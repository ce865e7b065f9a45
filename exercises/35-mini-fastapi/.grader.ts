import { exercise } from "../../graders/vitest.ts";

exercise("35-mini-fastapi");
