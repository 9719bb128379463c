package app.countersign.retention;

import app.countersign.kernel.KebabCase;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;

/** Keeps it in kebab case. */
@Converter(autoApply = true)
public class BatchStateConverter implements AttributeConverter<BatchState, String> {

    @Override
    public String convertToDatabaseColumn(BatchState constant) {
        return KebabCase.of(constant);
    }

    @Override
    public BatchState convertToEntityAttribute(String word) {
        return KebabCase.read(BatchState.class, word);
    }
}
