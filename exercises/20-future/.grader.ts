import { exercise } from "../../graders/vitest.ts";

exercise("20-future");
