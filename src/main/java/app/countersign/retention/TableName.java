package app.countersign.retention;

/** Where a table stands, exactly as the database writes it. */
public record TableName(String schema, String name) {

    @Override
    public String toString() {
        return schema + "." + name;
    }
}
