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
        int count = images.count(document.sha256(), () -> files.read(document.sha256()));
        return sheets(address, count);
    }

    /** The pages of a template version that nobody has filled in. */
    List<Sheet> sheets(TemplateVersion version, Locale language) {
        String address = "/contract/page-image?version=" + version.id() + "&language=" + language.toLanguageTag()
                + "&hash=" + version.hash().substring(0, 16) + "&page=";
        int count = images.count(key(version, language), () -> previewing.specimen(version.id(), language));
        return sheets(address, count);
    }

    byte[] png(UUID contract, DocumentKind kind, int page) {
        ContractDocument document = records.document(contract, kind);
        return images.png(document.sha256(), page, () -> files.read(document.sha256()));
    }

    byte[] png(UUID version, Locale language, int page) {
        String key = records.template(version).hash() + language.toLanguageTag();
        return images.png(key, page, () -> previewing.specimen(version, language));
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
