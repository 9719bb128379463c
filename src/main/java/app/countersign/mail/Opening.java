package app.countersign.mail;

import app.countersign.document.ScannerSilent;
import app.countersign.document.StoredFile;
import app.countersign.document.StoredFiles;
import app.countersign.document.VirusCheck;
import app.countersign.kernel.BoundedStream;
import app.countersign.kernel.Invalid;
import app.countersign.kernel.Reason;
import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.ContentType;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeUtility;
import jakarta.mail.internet.SharedInputStream;
import jakarta.mail.util.SharedFileInputStream;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UnsupportedEncodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Takes out of a mail what is in it, also out of mails within it and out of ZIP files, and stores the files as they
 * come, without holding one in memory. A mail that is nested, packed or blown up beyond reason is opened only so far,
 * and says so. For one mail, in one thread.
 */
final class Opening implements AutoCloseable {

    /** The largest file that is taken, in bytes: what a return may be. */
    static final long LARGEST_FILE = 25L * 1024 * 1024;

    /** Without a server: only for reading. */
    static final Session SESSION = Session.getInstance(new Properties());

    private static final int DEEPEST = 8;
    private static final int MOST_PARTS = 300;
    private static final int LONGEST_TEXT = 10_000;
    private static final int LONGEST_REPORT = 20_000;
    private static final int LONGEST_NAME = 200;
    private static final Pattern MESSAGE_ID = Pattern.compile("<[^<>\\s]{3,300}>");
    /** RFC 3464, 2.3.3: what a mail server reports beside a failure. */
    private static final Pattern NO_FAILURE = Pattern.compile("(?im)^action:\\s*(delayed|delivered|relayed|expanded)");

    /** RFC 3464, 2.3.6, with the lines that go on. */
    private static final Pattern DIAGNOSIS = Pattern.compile("(?im)^diagnostic-code:\\s*(.+(?:\\R[ \\t]+.+)*)");

    private static final int LONGEST_DIAGNOSIS = 400;
    private static final String PDF = "application/pdf";

    private final StoredFiles store;
    private final VirusCheck viruses;
    private final MimeMessage message;
    private final Unpacking unpacking;
    private final List<IntakeFile> files = new ArrayList<>();
    private final List<String> quoted = new ArrayList<>();
    private final List<Path> spooled = new ArrayList<>();
    private final List<InputStream> open = new ArrayList<>();
    private final StringBuilder text = new StringBuilder();
    private final StringBuilder report = new StringBuilder();
    private boolean isReport;
    private boolean plainText;
    private int parts;
    private Reason flaw;

    /** @param size of the mail, in bytes */
    Opening(StoredFiles store, VirusCheck viruses, MimeMessage message, long size) {
        this.store = store;
        this.viruses = viruses;
        this.message = message;
        this.unpacking = new Unpacking(size, this::file);
    }

    /** @throws ScannerSilent if a file can't be looked at just now: the mail is to be opened again */
    OpenedMail open() {
        quote(Envelope.header(message, "In-Reply-To"));
        quote(Envelope.header(message, "References"));
        try {
            walk(message, 0);
        } catch (IllegalStateException | ScannerSilent e) {
            // The database or the scanner, not the mail.
            throw e;
        } catch (MessagingException | IOException | RuntimeException e) {
            // Whoever writes rubbish finds places where the parser did not expect any.
            flaw("mail.intake.broken");
        }
        return new OpenedMail(kind(), words(), files, quoted, bounce(), Optional.ofNullable(flaw));
    }

    private IntakeKind kind() {
        if (isBounce()) {
            return IntakeKind.BOUNCE;
        }
        return Machine.sent(message) || isReport ? IntakeKind.AUTO_REPLY : IntakeKind.LETTER;
    }

    private boolean isBounce() {
        return isReport && report.length() > 0
                || Machine.isPostmaster(message, Envelope.of(message, 0).sender());
    }

    private Optional<OpenedMail.Bounce> bounce() {
        if (!isBounce()) {
            return Optional.empty();
        }
        String said = report.length() > 0 ? report.toString() : text.toString();
        Matcher diagnosis = DIAGNOSIS.matcher(said);
        String line = diagnosis.find() ? diagnosis.group(1) : said;
        return Optional.of(new OpenedMail.Bounce(
                !NO_FAILURE.matcher(said).find(), Envelope.cut(Envelope.oneLine(line), LONGEST_DIAGNOSIS)));
    }

    private void walk(Part part, int depth) throws MessagingException, IOException {
        if (depth > DEEPEST || ++parts > MOST_PARTS) {
            flaw("mail.intake.too-nested");
            return;
        }
        if (part.isMimeType("multipart/*")) {
            several(part, depth);
        } else if (part.isMimeType("message/delivery-status")) {
            report.append(read(part, LONGEST_REPORT));
        } else if (part.isMimeType("message/rfc822") || part.isMimeType("text/rfc822-headers")) {
            nested(part, depth);
        } else if (isWords(part)) {
            words(part);
        } else {
            attachment(part, depth);
        }
    }

    private void several(Part part, int depth) throws MessagingException, IOException {
        isReport |= depth == 0 && part.isMimeType("multipart/report");
        if (part.getContent() instanceof Multipart several) {
            for (int i = 0; i < several.getCount(); i++) {
                BodyPart one = several.getBodyPart(i);
                walk(one, depth + 1);
            }
        } else {
            flaw("mail.intake.broken");
        }
    }

    /** What a mail server sends back is a mail of ours, whose files have been ours all along. */
    private void nested(Part part, int depth) throws MessagingException, IOException {
        boolean sentBack = isReport
                || Machine.isPostmaster(message, Envelope.of(message, 0).sender());
        try (InputStream content = part.getInputStream()) {
            MimeMessage inner = inner(content);
            if (sentBack) {
                quote(Envelope.header(inner, "Message-ID"));
            } else {
                walk(inner, depth + 1);
            }
        }
    }

    /** From a file on disk, one way or the other: Jakarta Mail would keep it in memory. */
    private MimeMessage inner(InputStream content) throws MessagingException, IOException {
        if (content instanceof SharedInputStream shared) {
            return new MimeMessage(SESSION, shared.newStream(0, -1));
        }
        Path file = Files.createTempFile("countersign", ".eml");
        spooled.add(file);
        Files.copy(content, file, StandardCopyOption.REPLACE_EXISTING);
        SharedFileInputStream shared = new SharedFileInputStream(file.toFile());
        open.add(shared);
        return new MimeMessage(SESSION, shared);
    }

    @Override
    public void close() throws IOException {
        for (InputStream stream : open) {
            stream.close();
        }
        for (Path file : spooled) {
            Files.deleteIfExists(file);
        }
    }

    private static boolean isWords(Part part) throws MessagingException {
        boolean attached = Part.ATTACHMENT.equalsIgnoreCase(disposition(part)) || part.getFileName() != null;
        return part.isMimeType("text/*") && !attached;
    }

    private static String disposition(Part part) {
        try {
            return part.getDisposition();
        } catch (MessagingException e) {
            // One that can't be read is none.
            return null;
        }
    }

    private void words(Part part) throws MessagingException, IOException {
        boolean plain = part.isMimeType("text/plain");
        if (text.length() == 0 || plain && !plainText) {
            String said = read(part, LONGEST_TEXT * 4);
            text.setLength(0);
            text.append(plain ? said : withoutMarkup(said));
            plainText = plain;
        }
    }

    private static String withoutMarkup(String html) {
        return html.replaceAll("(?is)<(style|script|head)\\b.*?</\\1>", " ")
                .replaceAll("(?i)<(br|/p|/div|/tr|/li)\\b[^>]*>", "\n")
                .replaceAll("<[^>]*>", "")
                .replace("&nbsp;", " ")
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&quot;", "\"")
                .replace("&amp;", "&");
    }

    private String words() {
        String clean = text.toString()
                .replaceAll("\\R", "\n")
                .replaceAll("[\\p{Cntrl}\\p{Cs}&&[^\n\t]]", "")
                .replaceAll("[ \\t]+\n", "\n")
                .replaceAll("\n{3,}", "\n\n")
                .strip();
        return Envelope.cut(clean, LONGEST_TEXT);
    }

    private static String read(Part part, int most) throws MessagingException, IOException {
        try (InputStream content = part.getInputStream()) {
            return new String(content.readNBytes(most), charset(part));
        }
    }

    private static Charset charset(Part part) {
        try {
            String named = new ContentType(part.getContentType()).getParameter("charset");
            return named == null ? StandardCharsets.UTF_8 : Charset.forName(MimeUtility.javaCharset(named));
        } catch (MessagingException | IllegalArgumentException e) {
            // A charset that nobody knows: most of the letters come out right all the same.
            return StandardCharsets.UTF_8;
        }
    }

    private void attachment(Part part, int depth) throws MessagingException, IOException {
        String name = name(part);
        String type = part.getContentType().replaceAll("[;\\s].*", "").toLowerCase(Locale.ROOT);
        if (isDecoration(part, type)) {
            return;
        }
        try (InputStream content = new BufferedInputStream(part.getInputStream())) {
            if (name.toLowerCase(Locale.ROOT).endsWith(".eml")) {
                walk(inner(content), depth + 1);
            } else if (Unpacking.isArchive(name, type)) {
                unpacking.open(content, 0).ifPresent(this::flaw);
            } else {
                file(name, type, content);
            }
        }
    }

    /** Pictures that the words show, such as a company's logo under each mail. */
    private static boolean isDecoration(Part part, String type) throws MessagingException {
        String[] shownAs = part.getHeader("Content-ID");
        return type.startsWith("image/") && shownAs != null && !Part.ATTACHMENT.equalsIgnoreCase(disposition(part));
    }

    /** A file that is larger than sensible. */
    private static final class TooLarge extends RuntimeException {

        private static final long serialVersionUID = 1L;
    }

    /** @param content at its beginning, and able to go back there */
    private void file(String name, String type, InputStream content) throws IOException {
        boolean pdf = type.equals(PDF) || name.toLowerCase(Locale.ROOT).endsWith(".pdf") || startsAsPdf(content);
        try {
            InputStream bounded = new BoundedStream(content, LARGEST_FILE, TooLarge::new);
            StoredFile stored = store.store(viruses.check("file", bounded), pdf ? PDF : plain(type));
            boolean known = files.stream().anyMatch(file -> file.sha256().equals(stored.sha256()));
            if (stored.size() > 0 && !known) {
                files.add(new IntakeFile(Envelope.cut(name, LONGEST_NAME), pdf ? PDF : plain(type), stored));
            }
        } catch (TooLarge e) {
            flaw = Reason.of("mail.intake.file-too-large", name, LARGEST_FILE / 1024 / 1024);
        } catch (ScannerSilent e) {
            throw e;
        } catch (Invalid e) {
            flaw = unsafe(name, e.complaints().get("file"));
        }
    }

    private static Reason unsafe(String name, Reason why) {
        return why.key().equals(VirusCheck.FOUND)
                ? Reason.of("mail.intake.virus", name, why.args().get(0))
                : Reason.of("mail.intake.unscanned", name);
    }

    private static String plain(String type) {
        return type.matches("[a-z0-9.+-]{1,60}/[a-z0-9.+-]{1,38}") ? type : "application/octet-stream";
    }

    private static boolean startsAsPdf(InputStream content) throws IOException {
        content.mark(8);
        boolean pdf = new String(content.readNBytes(5), StandardCharsets.ISO_8859_1).equals("%PDF-");
        content.reset();
        return pdf;
    }

    private static String name(Part part) {
        try {
            String name = part.getFileName();
            return name == null
                    ? ""
                    : Envelope.oneLine(MimeUtility.decodeText(name)).replaceAll(".*[/\\\\]", "");
        } catch (MessagingException | UnsupportedEncodingException e) {
            // A name that can't be read is none.
            return "";
        }
    }

    private void quote(String header) {
        List<String> ids = new ArrayList<>();
        Matcher matcher = MESSAGE_ID.matcher(header);
        while (matcher.find() && ids.size() < 50) {
            ids.add(0, matcher.group());
        }
        quoted.addAll(ids);
    }

    private void flaw(String key) {
        flaw(Reason.of(key));
    }

    private void flaw(Reason reason) {
        flaw = flaw == null ? reason : flaw;
    }
}
