-- Opens a draft, lets the server find, repair, complete and format, and writes down what happened.
local told = {}

local function wait(what, condition)
  if not vim.wait(60000, condition, 20) then
    error("waited in vain for " .. what)
  end
end

local function lines()
  return vim.api.nvim_buf_get_lines(0, 0, -1, true)
end

local function findings()
  return vim.tbl_map(function(found) return found.code end, vim.diagnostic.get(0))
end

local function has_action(choices)
  return choices[1]
end

local ok, failure = pcall(function()
  vim.cmd("edit " .. vim.env.DRAFT)
  wait("findings", function() return #findings() == 1 end)
  local found = vim.diagnostic.get(0)[1]
  told.found = { code = found.code, source = found.source, line = found.lnum, column = found.col }

  vim.ui.select = function(items, _, choose) choose(has_action(items)) end
  vim.api.nvim_win_set_cursor(0, { found.lnum + 1, found.col })
  vim.lsp.buf.code_action()
  wait("the repair", function() return #findings() == 0 end)
  told.repaired = lines()

  vim.api.nvim_buf_set_text(0, 8, 0, 8, 1, { "4" })
  wait("a finding as one types", function() return #findings() > 0 end)
  if vim.lsp.buf.format then
    vim.lsp.buf.format({ timeout_ms = 60000 })
  else
    vim.lsp.buf.formatting_sync(nil, 60000)
  end
  wait("order", function() return #findings() == 0 end)
  told.formatted = lines()
end)

local function finish()
  told.failure = not ok and failure or nil
  vim.fn.writefile({ vim.fn.json_encode(told) }, vim.env.TOLD)
  vim.cmd("qall!")
end

if not ok then
  finish()
end

-- Completion works only while one types: what is offered is taken where the menu would open.
vim.fn.complete = function(_, items)
  told.offers = vim.tbl_map(function(item) return item.word end, items)
  vim.schedule(finish)
end
vim.api.nvim_win_set_cursor(0, { 8, 0 })
local keys = "o*Recalling* its resolution 60/251<C-x><C-o>"
vim.defer_fn(finish, 60000)
vim.api.nvim_feedkeys(vim.api.nvim_replace_termcodes(keys, true, false, true), "n", false)
