// A portal as `create-docusaurus` makes it, without a blog, that shows a check as docs/en/embed.md tells it to.

/** @type {import("@docusaurus/types").Config} */
export default {
  title: "Portal",
  url: "https://portal.example",
  baseUrl: "/",
  onBrokenLinks: "throw",
  clientModules: ["./qbo-check.js"],
  customFields: { guide: process.env.GUIDE_URL },
  presets: [["classic", { blog: false, docs: { routeBasePath: "/" } }]],
  themeConfig: {
    navbar: { title: "Portal" },
  },
};
