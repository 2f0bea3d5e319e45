;;; resolint.el --- Check draft resolutions as you type  -*- lexical-binding: t; -*-

;; For Emacs 29 or later, or an earlier one with the package eglot.
;; Load this file from your init file, open a draft, and say M-x eglot.

(require 'eglot)

(add-to-list 'eglot-server-programs
             '((markdown-mode gfm-mode text-mode mhtml-mode html-mode nxml-mode)
               . ("resolint" "lsp")))

;; To start by itself with every draft in Markdown:
;; (add-hook 'markdown-mode-hook #'eglot-ensure)

(provide 'resolint)
;;; resolint.el ends here
