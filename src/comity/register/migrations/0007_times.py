from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('register', '0006_entries_by_dyad'),
    ]

    operations = [
        migrations.AddIndex(
            model_name='document',
            index=models.Index(fields=['added_at', 'reread_at', 'id'], name='document_times'),
        ),
    ]
