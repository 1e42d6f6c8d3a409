from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [('register', '0008_editions')]

    operations = [
        migrations.AddField(
            model_name='document',
            name='states',
            field=models.JSONField(default=list),
        ),
    ]
