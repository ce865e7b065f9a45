import { exercise } from "../../graders/vitest.ts";

exercise("13-cashiers");
