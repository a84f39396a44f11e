package org.ganatelier.exchange.pytorch;

import org.ganatelier.exchange.code.CodeWriter;

import java.util.List;

/** How a file begins. */
final class HeadCode {
    private HeadCode() {}

    /**
     * What the file is, what it imports and where it lies, two empty lines behind.
     *
     * @param title what the file is, which holds the experiment's name, anything
     * @param uses lines that say how to run it
     * @param modules of Python's own library
     */
    static void write(
            CodeWriter code,
            String title,
            List<String> uses,
            List<String> modules,
            List<String> torch) {
        code.line("\"\"\"" + quotable(title)).blank();
        code.line("Written by GAN Atelier. Needs PyTorch (1.13 or later) and numpy.").blank();
        uses.forEach(use -> code.line("    " + use));
        code.line("\"\"\"").blank();
        modules.forEach(module -> code.line("import " + module));
        code.line("from pathlib import Path").blank();
        code.line("import numpy as np");
        code.line("import torch");
        torch.forEach(code::line);
        code.blank();
        code.line("HERE = Path(__file__).resolve().parent");
    }

    /** A name that cannot end the string that it stands in. */
    private static String quotable(String name) {
        var text = new StringBuilder();
        name.codePoints()
                .filter(c -> c != '\\' && c != '"')
                .filter(
                        c ->
                                switch (Character.getType(c)) {
                                    case Character.CONTROL, Character.FORMAT -> false;
                                    case Character.SURROGATE, Character.UNASSIGNED -> false;
                                    case Character.LINE_SEPARATOR -> false;
                                    case Character.PARAGRAPH_SEPARATOR -> false;
                                    default -> true;
                                })
                .forEach(text::appendCodePoint);
        return text.toString();
    }
}
