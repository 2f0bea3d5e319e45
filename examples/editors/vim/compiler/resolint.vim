" resolint in Vim's quickfix list: put this file into ~/.vim/compiler/, then
"   :compiler resolint
"   :make %
" Word drafts have no lines: their findings name the paragraph.
if exists("current_compiler")
  finish
endif
let current_compiler = "resolint"

CompilerSet makeprg=resolint\ check\ --format\ concise\ --color\ never\ --quiet
CompilerSet errorformat=%f:%l:%c:\ %trror\ %m,%f:%l:%c:\ %tarning\ %m,%f:%l:%c:\ %tdvice\ %m,%f:\ %m
