import { memoryEnvironment, sqliteEnvironment } from "./environments.ts";
import { storeSuite } from "./store-suite.ts";

storeSuite("memory", memoryEnvironment);
storeSuite("SQLite", sqliteEnvironment());
