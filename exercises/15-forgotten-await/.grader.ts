import { exercise } from "../../graders/vitest.ts";

exercise("15-forgotten-await");
