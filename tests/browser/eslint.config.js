import js from "@eslint/js";
import globals from "globals";

export default [
  {
    ...js.configs.recommended,
    files: ["**/*.js"],
    languageOptions: {
      ecmaVersion: 2023,
      sourceType: "script",
      globals: { ...globals.browser, vis: "readonly", kgraph: "readonly" },
    },
    rules: {
      ...js.configs.recommended.rules,
      complexity: ["error", 12],
      eqeqeq: "error",
      "max-lines": ["error", 400],
      "no-shadow": "error",
      "no-var": "error",
      "prefer-const": "error",
    },
  },
];
