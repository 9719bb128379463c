package app.countersign.retention;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import net.lingala.zip4j.io.outputstream.ZipOutputStream;
import net.lingala.zip4j.model.ZipParameters;
import net.lingala.zip4j.model.enums.AesKeyStrength;
import net.lingala.zip4j.model.enums.EncryptionMethod;

/**
 * A ZIP whose entries open with a passphrase only, written while it is read: AES-256 as WinZip, 7-Zip and others have it. The
 * names of its entries can be read by everybody.
 */
final class LockedZip implements Closeable {

    private final ZipOutputStream zip;
    private final Instant now;

    /** @param now the time that its entries bear */
    LockedZip(OutputStream out, String passphrase, Instant now) throws IOException {
        this.zip = new ZipOutputStream(out, passphrase.toCharArray(), StandardCharsets.UTF_8);
        this.now = now;
    }

    /** @return how many bytes it had */
    long add(String name, InputStream content) throws IOException {
        ZipParameters entry = new ZipParameters();
        entry.setFileNameInZip(name);
        entry.setEncryptFiles(true);
        entry.setEncryptionMethod(EncryptionMethod.AES);
        entry.setAesKeyStrength(AesKeyStrength.KEY_STRENGTH_256);
        entry.setLastModifiedFileTime(now.toEpochMilli());
        zip.putNextEntry(entry);
        long size = content.transferTo(zip);
        zip.closeEntry();
        return size;
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }
}
