import { exercise } from "../../graders/vitest.ts";

exercise("34-decision-chart");
