package app.countersign.contract.api;

import app.countersign.access.Scoped;
import app.countersign.contract.ContractRecords;
import app.countersign.contract.TemplateVersion;
import app.countersign.kernel.api.Problems;
import app.countersign.terms.Conclusion;
import app.countersign.terms.Template;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** {@code /templates}: the contract forms on offer. */
@Scoped("templates")
@Path("/templates")
@Tag(name = "Templates")
@Produces(MediaType.APPLICATION_JSON)
public class TemplatesResource {

    @Inject
    private ContractRecords records;

    @Context
    private HttpHeaders headers;

    @Schema(name = "TemplateList")
    public record Page(List<TemplateJson> items, String next) {}

    @Schema(name = "Template")
    public record TemplateJson(
            @Schema(description = "Id of this version") UUID id,
            String code,
            String title,
            String processor,
            String version,
            int revision,

            @Schema(description = "SHA-256 over words, layout and terms")
            String hash,

            List<String> languages,
            String bindingLanguage,

            @Schema(description = "Present where the binding words are missing")
            String notice,

            @Schema(description = "How a contract is concluded")
            String conclusion,

            List<String> signatureFields,
            List<ContractJson.TermJson> terms) {}

    @GET
    @Operation(summary = "List the contract forms, each with the version that new contracts are made with")
    public Page list() {
        Locale language = Problems.language(headers);
        return new Page(
                records.templates().stream()
                        .map(version -> json(version, language))
                        .toList(),
                null);
    }

    private TemplateJson json(TemplateVersion version, Locale language) {
        Template template = records.template(version.id());
        Conclusion conclusion = template.conclusion();
        return new TemplateJson(
                version.id(),
                template.code(),
                template.title(language),
                template.processor(),
                template.version(),
                version.revision(),
                template.hash(),
                template.languages().stream().map(Locale::toLanguageTag).toList(),
                template.bindingLanguage().toLanguageTag(),
                template.notice(language).orElse(null),
                conclusion.mode(),
                template.signatureFields().stream().toList(),
                template.terms().stream()
                        .map(term -> ContractJson.TermJson.of(term, language))
                        .toList());
    }
}
