package app.countersign.retention;

import app.countersign.kernel.KebabCase;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;

/** Keeps it in kebab case. */
@Converter(autoApply = true)
public class StoreKindConverter implements AttributeConverter<StoreKind, String> {

    @Override
    public String convertToDatabaseColumn(StoreKind constant) {
        return KebabCase.of(constant);
    }

    @Override
    public StoreKind convertToEntityAttribute(String word) {
        return KebabCase.read(StoreKind.class, word);
    }
}
