package app.countersign.document;

/** The text of a dictionary before a stream, as it is found when the file is looked at from behind. */
final class DictionaryText {

    private DictionaryText() {}

    /**
     * Whether it is one dictionary from its beginning to its end, so that no part of it can be the inside of a string or
     * of a comment that began before.
     *
     * @param text from the word {@code obj} on
     */
    static boolean isPlain(String text) {
        int depth = 0;
        boolean ended = false;
        for (int at = text.indexOf("<<"); at >= 0 && at < text.length(); at++) {
            switch (text.charAt(at)) {
                case '%', ')' -> {
                    return false;
                }
                case '(' -> at = afterString(text, at);
                case '<' -> {
                    boolean opens = text.startsWith("<<", at);
                    depth += opens ? 1 : 0;
                    at = opens ? at + 1 : afterHexadecimal(text, at);
                }
                case '>' -> {
                    ended = --depth == 0;
                    at = text.startsWith(">>", at) && depth >= 0 ? at + 1 : -2;
                }
                default -> {
                    if (ended && !Character.isWhitespace(text.charAt(at))) {
                        return false;
                    }
                }
            }
            if (at < 0) {
                return false;
            }
        }
        return ended;
    }

    /** @return where its last character stands; -2 if it does not end */
    private static int afterString(String text, int from) {
        int open = 0;
        for (int at = from; at < text.length(); at++) {
            char letter = text.charAt(at);
            open += letter == '(' ? 1 : letter == ')' ? -1 : 0;
            at += letter == '\\' ? 1 : 0;
            if (open == 0) {
                return at;
            }
        }
        return -2;
    }

    private static int afterHexadecimal(String text, int from) {
        for (int at = from + 1; at < text.length(); at++) {
            char letter = text.charAt(at);
            if (letter == '>') {
                return at;
            }
            if (Character.digit(letter, 16) < 0 && !Character.isWhitespace(letter)) {
                return -2;
            }
        }
        return -2;
    }
}
