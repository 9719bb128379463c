package app.countersign.retention;

import app.countersign.kernel.Sha256;
import java.time.Instant;
import java.util.Map;

/**
 * A batch as a protocol tells of it.
 *
 * @param whole the partition with which its rows went; empty where they went one by one
 * @param hashOfHashes SHA-256 of the hashes of its rows' keys, one after the other
 * @param hashes those themselves, 32 bytes each; none where there are too many to be listed
 */
record BatchLine(
        int number,
        Instant takenAt,
        long rows,
        Map<String, Long> counts,
        String whole,
        String hashOfHashes,
        byte[] hashes) {

    BatchLine {
        counts = Map.copyOf(counts);
        hashes = hashes.clone();
    }

    static BatchLine of(Batch batch, boolean listed) {
        byte[] hashes = batch.hashes();
        return new BatchLine(
                batch.number(),
                batch.takenAt(),
                batch.rows(),
                batch.counts(),
                batch.whole(),
                Sha256.hex(hashes),
                listed ? hashes : new byte[0]);
    }

    @Override
    public byte[] hashes() {
        return hashes.clone();
    }
}
