package app.countersign.backup;

import app.countersign.kernel.Reason;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/** Each stored file has the length and the SHA-256 by which it is called. */
@ApplicationScoped
class FilesWhole implements RestoredCheck {

    private record Stored(String sha256, long size) {}

    @Override
    public Optional<Reason> problemIn(Connection restored) throws SQLException {
        try (PreparedStatement chunks =
                restored.prepareStatement("select bytes from stored_chunk where sha256 = ? order by no")) {
            for (Stored file : files(restored)) {
                if (!isWhole(file, chunks)) {
                    return Optional.of(Reason.of("backup.problem.file", file.sha256()));
                }
            }
        }
        return Optional.empty();
    }

    private static List<Stored> files(Connection restored) throws SQLException {
        List<Stored> files = new ArrayList<>();
        try (Statement statement = restored.createStatement();
                ResultSet rows = statement.executeQuery("select sha256, size from stored_file")) {
            while (rows.next()) {
                files.add(new Stored(rows.getString(1), rows.getLong(2)));
            }
        }
        return files;
    }

    private static boolean isWhole(Stored file, PreparedStatement chunks) throws SQLException {
        MessageDigest sha256 = sha256();
        long size = 0;
        chunks.setString(1, file.sha256());
        try (ResultSet rows = chunks.executeQuery()) {
            while (rows.next()) {
                byte[] bytes = rows.getBytes(1);
                sha256.update(bytes);
                size += bytes.length;
            }
        }
        return size == file.size() && HexFormat.of().formatHex(sha256.digest()).equals(file.sha256());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
