package app.countersign.contract.web;

import app.countersign.contract.ContractDocument;
import app.countersign.contract.ContractRecords;
import app.countersign.contract.DocumentKind;
import app.countersign.contract.Previewing;
import app.countersign.contract.TemplateVersion;
import app.countersign.document.StoredFiles;
import app.countersign.kernel.KebabCase;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.IntStream;

/** Documents as rows of pictures, each with its address. Whoever may read the document may see its pages. */
@RequestScoped
class Paged {

    /** A page to look at.
     *
     * @param number from 1
     * @param src the address of its picture, which holds the document's hash and so can be kept for ever */
    public record Sheet(int number, String src) {}

    @Inject
    private ContractRecords records;

    @Inject
    private Previewing previewing;

    @Inject
    private StoredFiles files;

    @Inject
    private PageImages images;

    List<Sheet> sheets(ContractDocument document) {
        String address = "/contract/page-image?id=" + document.contractId() + "&kind=" + KebabCase.of(document.kind())
                + "&hash=" + document.sha256().substring(0, 16) + "&page=";
        return sheets(address, count(document));
    }

    private int count(ContractDocument document) {
        return images.count(document.sha256(), () -> pages(document).count(files.read(document.sha256())));
    }

    /** What somebody brought is a stranger's file for ever, however it was looked at. */
    private static PageImages.Drawing pages(ContractDocument document) {
        return document.kind() == DocumentKind.CONCLUDED ? PageImages.STRANGERS : PageImages.OURS;
    }

    /** The pages of a template version that nobody has filled in. */
    List<Sheet> sheets(TemplateVersion version, Locale language) {
        String address = "/contract/page-image?version=" + version.id() + "&language=" + language.toLanguageTag()
                + "&hash=" + version.hash().substring(0, 16) + "&page=";
        int count = images.count(
                key(version, language), () -> PageImages.OURS.count(previewing.specimen(version.id(), language)));
        return sheets(address, count);
    }

    byte[] png(UUID contract, DocumentKind kind, int page) {
        ContractDocument document = records.document(contract, kind);
        return images.png(document.sha256(), page, pages(document), () -> files.read(document.sha256()));
    }

    byte[] png(UUID version, Locale language, int page) {
        String key = records.template(version).hash() + language.toLanguageTag();
        return images.png(key, page, PageImages.OURS, () -> previewing.specimen(version, language));
    }

    private static String key(TemplateVersion version, Locale language) {
        return version.hash() + language.toLanguageTag();
    }

    private static List<Sheet> sheets(String address, int count) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(number -> new Sheet(number, address + number))
                .toList();
    }
}
