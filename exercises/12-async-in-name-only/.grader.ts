import { exercise } from "../../graders/vitest.ts";

exercise("12-async-in-name-only");
