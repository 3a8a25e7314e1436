export default function (config) {
  config.addCollection("byProject", (api) => {
    const found = {};
    for (const page of api.getFilteredByGlob("content/*/*/2*.md")) (found[page.data.key] ??= []).push(page);
    for (const key in found) found[key].sort((a, b) => b.date - a.date);
    return found;
  });
  config.addFilter("day", (date) => date.toISOString().slice(0, 10));
  return {
    dir: { input: "content", includes: "../_includes", output: "_site" },
    markdownTemplateEngine: false,
    htmlTemplateEngine: "njk",
  };
}
