from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('register', '0005_holders'),
    ]

    operations = [
        migrations.RemoveIndex(model_name='entry', name='entry_of_dyad'),
        migrations.AddIndex(
            model_name='entry',
            index=models.Index(fields=['sort', 'dyad'], name='entry_of_sort_and_dyad'),
        ),
        migrations.AlterField(model_name='entry', name='thing', field=models.CharField(max_length=200)),
    ]
