import { exercise } from "../../graders/vitest.ts";

exercise("32-dispatcher");
