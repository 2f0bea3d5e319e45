// Starts “resolint lsp” for files that can hold a draft.
const { workspace } = require("vscode");
const { LanguageClient } = require("vscode-languageclient/node");

let client;

function activate() {
  const command = workspace.getConfiguration("resolint").get("command");
  const languages = ["markdown", "plaintext", "html", "xml"];
  client = new LanguageClient(
    "resolint",
    "resolint",
    { command, args: ["lsp"] },
    { documentSelector: languages.map((language) => ({ language })) },
  );
  return client.start();
}

function deactivate() {
  return client && client.stop();
}

module.exports = { activate, deactivate };
