import { exercise } from "../../graders/vitest.ts";

exercise("19-event-loop");
