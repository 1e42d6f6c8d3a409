from django.db import migrations, models


def make_words(apps, schema_editor):
    """The terms of entries, in the form that the database searches."""
    from comity.register.searching import engine

    engine.create(schema_editor.connection)


class Migration(migrations.Migration):

    dependencies = [
        ('register', '0002_judgements'),
    ]

    operations = [
        migrations.CreateModel(
            name='Entry',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('sort', models.CharField(max_length=8)),
                ('ref', models.CharField(max_length=200)),
                ('part', models.PositiveIntegerField(default=0)),
                ('dyad', models.CharField(blank=True, max_length=1000)),
                ('kind', models.CharField(max_length=20)),
                ('states', models.TextField(blank=True)),
                ('low', models.PositiveIntegerField(null=True)),
                ('high', models.PositiveIntegerField(null=True)),
                ('places', models.TextField(blank=True)),
                ('weight', models.PositiveIntegerField(default=0)),
                ('digest', models.CharField(max_length=16)),
            ],
            options={
                'verbose_name_plural': 'entries',
                'indexes': [models.Index(fields=['dyad'], name='entry_of_dyad')],
                'constraints': [models.UniqueConstraint(fields=('sort', 'ref', 'part'), name='entry_once')],
            },
        ),
        migrations.RunPython(make_words, migrations.RunPython.noop),
    ]
