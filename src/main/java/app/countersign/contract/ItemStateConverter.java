package app.countersign.contract;

import app.countersign.kernel.KebabCase;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;

@Converter(autoApply = true)
class ItemStateConverter extends KebabCase<ItemState> implements AttributeConverter<ItemState, String> {

    ItemStateConverter() {
        super(ItemState.class);
    }
}
