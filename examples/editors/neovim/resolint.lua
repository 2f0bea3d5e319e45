-- resolint in Neovim 0.7 or later: put this file into ~/.config/nvim/plugin/
local config = {
  name = "resolint",
  cmd = { "resolint", "lsp" },
  on_attach = function(_, buffer) -- Ctrl-X Ctrl-O completes
    vim.api.nvim_buf_set_option(buffer, "omnifunc", "v:lua.vim.lsp.omnifunc")
  end,
}

local client -- only Neovim 0.7 needs to remember it

local function start(event)
  local folder = vim.fn.fnamemodify(vim.api.nvim_buf_get_name(event.buf), ":p:h")
  local settings = vim.tbl_extend("force", config, { root_dir = folder })
  if vim.lsp.start then
    settings.root_dir = nil
    vim.lsp.start(settings, { bufnr = event.buf })
  else
    client = client or vim.lsp.start_client(settings)
    vim.lsp.buf_attach_client(event.buf, client)
  end
end

vim.api.nvim_create_autocmd("FileType", {
  pattern = { "markdown", "text", "html", "xml" },
  callback = start,
})
