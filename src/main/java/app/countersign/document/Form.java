package app.countersign.document;

import app.countersign.kernel.Invalid;
import app.countersign.kernel.Reason;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;

/**
 * A rendered document that is ready to be filled: make it once per template version and keep it. Immutable, and safe for
 * several threads.
 */
public final class Form {

    private final byte[] plain;
    private final byte[] fillable;
    private final List<Placement> placements;
    private final int pages;

    private Form(byte[] plain, byte[] fillable, List<Placement> placements, int pages) {
        this.plain = plain;
        this.fillable = fillable;
        this.placements = placements;
        this.pages = pages;
    }

    /** @param tooltips what a viewer says of a field, by field name, in the document's language */
    public static Form of(Rendering rendering, Map<String, String> tooltips) {
        try (PDDocument document = Loader.loadPDF(rendering.pdf())) {
            Archival.addOutputIntent(document);
            byte[] plain = Archival.saved(document);
            Fields.add(document, rendering.placements(), tooltips);
            return new Form(plain, Archival.saved(document), rendering.placements(), rendering.pages());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** In reading order; signature places included. */
    public List<Placement> placements() {
        return placements;
    }

    public Optional<Placement> placement(String field) {
        return placements.stream().filter(place -> place.field().equals(field)).findFirst();
    }

    public int pages() {
        return pages;
    }

    /**
     * Why the value cannot stand in the field: a letter that our faces lack, or more than fits at a legible size. Empty
     * when it can.
     */
    public Optional<Reason> refusal(String field, String value) {
        return Letters.refusal(value).or(() -> tooLong(field, value));
    }

    private Optional<Reason> tooLong(String field, String value) {
        return placement(field)
                .filter(place -> !place.isSignature())
                .filter(place -> Entry.of(place, value).setting().isEmpty())
                .map(place -> Reason.of("document.field.too-long"));
    }

    /**
     * A fillable PDF/A-3b.
     *
     * @param values by field name; names that the document lacks are ignored
     * @param fixed names of the fields that cannot be changed; {@code contract.*} never can
     * @throws app.countersign.kernel.Invalid with the {@link #refusal} of each value that has one
     */
    public byte[] issued(Map<String, String> values, Set<String> fixed, Metadata metadata) {
        return issued(values, fixed, metadata, Optional.empty());
    }

    /**
     * As {@link #issued(Map, Set, Metadata)}, with a code on each page by which its paper is recognised.
     *
     * @param code see {@link PrintedCode}
     */
    public byte[] issued(Map<String, String> values, Set<String> fixed, Metadata metadata, Optional<String> code) {
        Map<String, Entry> entries = entries(values);
        try (PDDocument document = Loader.loadPDF(fillable)) {
            Fields.fill(document, entries, fixed);
            if (code.isPresent()) {
                PrintedCode.print(document, code.get(), Fields.font(document));
            }
            return finished(document, metadata, values);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * The completed document as PDF/A-3b: what was filled in is part of the pages, nothing can be filled in any more.
     *
     * @param values by field name; names that the document lacks are ignored
     * @param marks by field name, {@code controller.signature}
     * @throws app.countersign.kernel.Invalid with the {@link #refusal} of each value that has one
     */
    public byte[] completed(
            Map<String, String> values,
            Map<String, SignatureMark> marks,
            List<Attachment> attachments,
            Metadata metadata) {
        Map<String, Entry> entries = entries(values);
        try (PDDocument document = Loader.loadPDF(plain)) {
            Completion completion = new Completion(document);
            for (Entry entry : entries.values()) {
                completion.write(entry);
            }
            for (Placement place : placements) {
                if (marks.containsKey(place.field())) {
                    completion.sign(place, marks.get(place.field()));
                }
            }
            completion.finish();
            Attachments.add(document, attachments, metadata.created());
            return finished(document, metadata, values);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * A file that somebody else has filled in and signed, with further fields filled as an increment: what was there, and
     * the signatures on it, stays byte for byte.
     *
     * @param signed this form as it came back; only if nothing but its fields was changed
     * @param values by field name; names that the document lacks are ignored
     * @return empty if a signature on it forbids to fill in anything
     */
    public Optional<byte[]> continued(byte[] signed, Map<String, String> values) {
        Map<String, Entry> entries = entries(values);
        try (PDDocument document = Loader.loadPDF(signed)) {
            if (!Certification.allowsFilling(document)) {
                return Optional.empty();
            }
            Fields.fillFurther(document, entries);
            ByteArrayOutputStream result = new ByteArrayOutputStream();
            document.saveIncremental(result);
            return Optional.of(result.toByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Map<String, Entry> entries(Map<String, String> values) {
        Map<String, Reason> complaints = new LinkedHashMap<>();
        Map<String, Entry> entries = new LinkedHashMap<>();
        for (Placement place : placements) {
            String value = values.get(place.field());
            if (value != null && !place.isSignature()) {
                refusal(place.field(), value).ifPresent(reason -> complaints.put(place.field(), reason));
                entries.put(place.field(), Entry.of(place, value));
            }
        }
        if (!complaints.isEmpty()) {
            throw new Invalid(complaints);
        }
        return entries;
    }

    private static byte[] finished(PDDocument document, Metadata metadata, Map<String, String> values)
            throws IOException {
        Archival.describe(document, metadata);
        Archival.identify(document, metadata + new TreeMap<>(values).toString());
        return Archival.saved(document);
    }
}
