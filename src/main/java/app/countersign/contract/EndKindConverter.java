package app.countersign.contract;

import app.countersign.kernel.KebabCase;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;

@Converter(autoApply = true)
class EndKindConverter extends KebabCase<EndKind> implements AttributeConverter<EndKind, String> {

    EndKindConverter() {
        super(EndKind.class);
    }
}
