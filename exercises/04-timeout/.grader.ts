import { exercise } from "../../graders/vitest.ts";

exercise("04-timeout");
