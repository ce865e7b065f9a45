import { exercise } from "../../graders/vitest.ts";

exercise("21-microtasks-and-timers");
