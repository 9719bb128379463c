package app.countersign.retention;

import app.countersign.contract.Contract;
import app.countersign.contract.ContractDocument;
import app.countersign.contract.ContractHoldings;
import app.countersign.contract.ReturnedFile;
import app.countersign.document.StoredFiles;
import app.countersign.trail.Trail;
import app.countersign.trail.TrailEntry;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * What the application itself holds of a contract's controller, as a ZIP of JSON, CSV and the files as they are, written
 * while it is read: nothing of it is held in memory whole. Its last entry, {@code manifest.json}, names each file with its
 * size and SHA-256. Whoever fetches it from a page gets it locked with a passphrase: it will lie in a folder for downloads.
 */
@ApplicationScoped
public class ReturnArchive {

    @Inject
    private ContractHoldings holdings;

    @Inject
    private StoredFiles files;

    @Inject
    private Trail trail;

    @Inject
    private Passphrases passphrases;

    @Inject
    private Clock clock;

    /** {@code OKO-2026-000042-data.zip} */
    public String fileName(Contract contract) {
        return contract.number() + "-data.zip";
    }

    /** As it is, for a program that hands it over by a channel of its own, with a key that may read all of it. */
    public void write(Contract contract, OutputStream out) throws IOException {
        try (ZipOutputStream zip = new ZipOutputStream(out, StandardCharsets.UTF_8)) {
            write(contract, (name, content) -> {
                zip.putNextEntry(new ZipEntry(name));
                long size = content.transferTo(zip);
                zip.closeEntry();
                return size;
            });
        }
    }

    /** For people, locked with the passphrase that was shown with that ticket.
     *
     * @throws app.countersign.kernel.NotFound if it is no ticket */
    public void write(Contract contract, String ticket, OutputStream out) throws IOException {
        try (LockedZip zip = new LockedZip(out, passphrases.of(contract.id(), ticket), clock.instant())) {
            write(contract, zip::add);
        }
    }

    /** Takes an entry.
     *
     * @see LockedZip#add */
    private interface Entries {
        long add(String name, InputStream content) throws IOException;
    }

    private void write(Contract contract, Entries zip) throws IOException {
        JsonArrayBuilder manifest = Json.createArrayBuilder();
        add(zip, manifest, "contract.json", text(holdings.data(contract)));
        add(zip, manifest, "history.csv", text(history(contract)));
        for (ContractDocument document : holdings.documents(contract)) {
            add(zip, manifest, "documents/" + document.fileName(), files.open(document.sha256()));
        }
        for (ReturnedFile returned : holdings.returned(contract)) {
            add(zip, manifest, "returned/" + returned.sha256() + ".pdf", files.open(returned.sha256()));
        }
        zip.add(
                "manifest.json",
                text(Json.createObjectBuilder()
                        .add("contract", contract.number())
                        .add("madeAt", clock.instant().toString())
                        .add("files", manifest)
                        .build()
                        .toString()
                        .getBytes(StandardCharsets.UTF_8)));
    }

    private static void add(Entries zip, JsonArrayBuilder manifest, String name, InputStream content)
            throws IOException {
        MessageDigest sha256 = sha256();
        long size;
        try (DigestInputStream counted = new DigestInputStream(content, sha256)) {
            size = zip.add(name, counted);
        }
        manifest.add(Json.createObjectBuilder()
                .add("name", name)
                .add("size", size)
                .add("sha256", HexFormat.of().formatHex(sha256.digest())));
    }

    /** What happened to the contract; facts in JSON, each cell in quotation marks. */
    private byte[] history(Contract contract) {
        List<TrailEntry> entries = trail.of("contract", contract.id());
        StringBuilder csv = new StringBuilder("at,event,clause,facts\r\n");
        entries.forEach(entry -> csv.append(cell(entry.at().toString()))
                .append(',')
                .append(cell(entry.name()))
                .append(',')
                .append(cell(entry.clause().orElse("")))
                .append(',')
                .append(cell(entry.facts().toString()))
                .append("\r\n"));
        return csv.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static String cell(String text) {
        return '"' + text.replace("\"", "\"\"") + '"';
    }

    private static InputStream text(byte[] content) {
        return new ByteArrayInputStream(content);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
