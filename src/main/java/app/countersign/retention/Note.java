package app.countersign.retention;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import java.util.List;

/**
 * The keys of a batch as the ledger has them.
 *
 * @param keys as JSON, to be encrypted
 * @param hashes 32 bytes a row
 */
record Note(String keys, byte[] hashes) {

    Note {
        hashes = hashes.clone();
    }

    static Note of(Pseudonyms pseudonyms, TableName table, List<String> keys) {
        JsonArrayBuilder json = Json.createArrayBuilder();
        keys.forEach(json::add);
        return new Note(json.build().toString(), pseudonyms.bytes(table.toString(), keys));
    }

    @Override
    public byte[] hashes() {
        return hashes.clone();
    }
}
