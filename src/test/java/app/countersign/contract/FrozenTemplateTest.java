package app.countersign.contract;

import static org.assertj.core.api.Assertions.assertThat;

import app.countersign.terms.Template;
import app.countersign.terms.Templates;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FrozenTemplateTest {

    private final Templates shipped = Templates.read(Path.of("contracts-templates"));

    @Test
    void aTemplateComesOutOfItsArchiveAsItWentIn() {
        assertThat(shipped.templates()).isNotEmpty().allSatisfy(template -> {
            Template back = Template.of(Archive.unpack(Archive.pack(template.files())), template.code());
            assertThat(back.hash()).isEqualTo(template.hash());
            assertThat(back.terms()).hasSameSizeAs(template.terms());
        });
    }

    @Test
    void theSameFilesGiveTheSameArchive() {
        Template okomo = shipped.find("okomo-dpa").orElseThrow();
        assertThat(Archive.pack(okomo.files())).isEqualTo(Archive.pack(okomo.files()));
    }

    @Test
    void whatTheControllerMayFillInIsItsOwnBlock() {
        Template okomo = shipped.find("okomo-dpa").orElseThrow();
        assertThat(Filling.pageFields(okomo))
                .containsExactlyInAnyOrder("company", "address", "person", "position", "place", "date");
        assertThat(Filling.fixed(okomo))
                .contains("contract.number", "processor.person")
                .noneMatch(field -> field.startsWith("controller."));
    }

    @Test
    void theCompletedDocumentHoldsBothBlocks() {
        Contract contract = Samples.in(ContractState.IN_FORCE);
        Map<String, String> values = Filling.completed(contract, contract.language());
        assertThat(values)
                .containsEntry("controller.date", "22.11.2026")
                .containsEntry("processor.person", "Petra Muster")
                .containsEntry("processor.date", "22.11.2026")
                .containsEntry("contract.effective-date", "22.11.2026");
    }

    @Test
    void anOrdinaryNoticeTakesItsPeriodFromTheTemplate() {
        Notice notice = Notice.ordinary(shipped.find("okomo-dpa").orElseThrow());
        assertThat(notice.clause()).isEqualTo("2-5");
        assertThat(notice.period()).isEqualTo(java.time.Period.ofDays(14));
        assertThat(Notice.ordinaryOf(shipped.find("360dialog-dpa").orElseThrow()))
                .isEmpty();
    }
}
