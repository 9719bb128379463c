package app.countersign.vault;

/**
 * Where a room stores what the vault has encrypted. A CDI bean of that room; with it, what stands there is encrypted anew
 * when the installation gets a new key, and old keys can be thrown away.
 *
 * <pre>{@code
 * @Dependent
 * class ConcealedCodes extends Concealed {
 *     ConcealedCodes() {
 *         super("account", "id", "totp_secret");
 *     }
 *
 *     @Override
 *     protected String purpose(String key) {
 *         return "totp:" + key;
 *     }
 * }
 * }</pre>
 */
public abstract class Concealed {

    private final String table;
    private final String key;
    private final String column;

    /**
     * @param key the column by which a row is found: a primary key, text or UUID
     * @param column bytes; rows in which it is null have no secret
     */
    protected Concealed(String table, String key, String column) {
        this.table = table;
        this.key = key;
        this.column = column;
    }

    /** What was said on concealing: what it is and whose. */
    protected abstract String purpose(String key);

    /** Where to look, if it takes an index to find the rows that have a secret. */
    protected String among() {
        return "true";
    }

    String select() {
        return "select " + key + ", " + column + " from " + table + " where " + among() + " and " + column
                + " is not null";
    }

    /** Only if it is still what was read: whoever changed it meanwhile has encrypted it with the new key. */
    String update() {
        return "update " + table + " set " + column + " = ? where " + key + " = ? and " + column + " = ?";
    }

    /** {@code table.column} */
    @Override
    public String toString() {
        return table + "." + column;
    }
}
