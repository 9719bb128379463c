package app.countersign.contract;

import app.countersign.kernel.Reason;

/**
 * A reason as the database keeps it, so that each reader gets it in their own language later.
 *
 * @param detail the first argument in words; null where there is none. A reason within the reason is kept as its key
 */
record StoredReason(String key, String detail) {

    private static final int LONGEST = 200;
    private static final String NESTED = "key:";

    static StoredReason of(Reason reason) {
        if (reason.args().isEmpty()) {
            return new StoredReason(reason.key(), null);
        }
        Object first = reason.args().get(0);
        String text = first instanceof Reason nested ? NESTED + nested.key() : String.valueOf(first);
        return new StoredReason(reason.key(), text.substring(0, Math.min(LONGEST, text.length())));
    }

    Reason reason() {
        if (detail == null) {
            return Reason.of(key);
        }
        return detail.startsWith(NESTED)
                ? Reason.of(key, Reason.of(detail.substring(NESTED.length())))
                : Reason.of(key, detail);
    }
}
