import django.db.models.deletion
from django.db import migrations, models


def forget(apps, schema_editor):
    """Entries are made anew when the register is opened."""
    from comity.register.searching import engine

    apps.get_model("register", "Entry").objects.all().delete()
    with schema_editor.connection.cursor() as cursor:
        cursor.execute(f"DELETE FROM {engine.TABLE}")


class Migration(migrations.Migration):

    dependencies = [
        ('register', '0003_searching'),
    ]

    operations = [
        migrations.RunPython(forget, migrations.RunPython.noop),
        migrations.CreateModel(
            name='Facet',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('mark', models.CharField(max_length=32, unique=True)),
                ('kind', models.CharField(max_length=20)),
                ('states', models.TextField(blank=True)),
                ('decade', models.PositiveIntegerField(default=0)),
                ('places', models.TextField(blank=True)),
            ],
        ),
        migrations.RemoveField(model_name='entry', name='states'),
        migrations.RemoveField(model_name='entry', name='places'),
        migrations.AddField(
            model_name='entry',
            name='thing',
            field=models.CharField(db_index=True, default='', max_length=200),
            preserve_default=False,
        ),
        migrations.AddField(
            model_name='entry',
            name='facet',
            field=models.ForeignKey(db_index=False, default=0, on_delete=django.db.models.deletion.PROTECT, to='register.facet'),
            preserve_default=False,
        ),
    ]
