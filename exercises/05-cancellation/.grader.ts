import { exercise } from "../../graders/vitest.ts";

exercise("05-cancellation");
