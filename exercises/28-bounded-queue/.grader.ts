import { exercise } from "../../graders/vitest.ts";

exercise("28-bounded-queue");
