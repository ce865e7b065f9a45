import { exercise } from "../../graders/vitest.ts";

exercise("08-gather");
