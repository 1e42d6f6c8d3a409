from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [('register', '0009_states_of_documents')]

    operations = [
        migrations.AddIndex(
            model_name='entry',
            index=models.Index(fields=['sort', 'low', 'high'], name='entry_of_sort_and_days'),
        ),
    ]
