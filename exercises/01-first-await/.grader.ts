import { exercise } from "../../graders/vitest.ts";

exercise("01-first-await");
