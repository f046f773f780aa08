import siteConfig from "@generated/docusaurus.config";
import { define } from "qbo-check-embed";

define(siteConfig.customFields.guide);
