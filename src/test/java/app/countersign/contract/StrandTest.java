package app.countersign.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class StrandTest {

    @Test
    void allContractsAreReadFromTheNewestDown() {
        assertThat(Strand.ALL.sql(50))
                .isEqualTo("select serial from contract order by serial desc fetch first 50 rows only");
    }

    @Test
    void alongAnIndexTheOrderNamesItsColumns() {
        Strand strand =
                Strand.ALL.along("processor_id", "p").along("state", "issued").before(7);
        assertThat(strand.sql(3))
                .isEqualTo("select serial from contract where processor_id = ? and state = ? and serial < ?"
                        + " order by processor_id desc, state desc, serial desc fetch first 3 rows only");
        assertThat(strand.values()).containsExactly("p", "issued", 7L);
    }

    @Test
    void thePageBeforeIsReadUpwards() {
        assertThat(Strand.ALL.along("state", "issued").after(7).sqlUpwards(3))
                .isEqualTo("select serial from contract where state = ? and serial > ?"
                        + " order by state, serial fetch first 3 rows only");
    }

    @Test
    void amongNoneNothingIsFound() {
        assertThat(Strand.ALL.onlyIn("controller_id", List.of()).sql(1)).contains("where 1 = 0");
        assertThat(Strand.ALL.onlyIn("controller_id", List.of(1, 2)).sql(1)).contains("controller_id in (?, ?)");
    }
}
